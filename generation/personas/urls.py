"""Pages of results: personas read, exported, compared and used to place others.

They are part of the app's own addresses (`generation.urls`), which gives them its name. Whoever is in the team may
read all of them; a page that is there to change something names the role that it needs (`accounts.teams.access`).
"""

from django.urls import path

from generation.personas import assigning, crosstables, exports, pictures, tour, views
from generation.personas.compare import views as comparing

RUN = "runs/<uuid:run_id>"
PERSONA = "personas/<uuid:persona_id>"

urlpatterns = [
    # a finished run
    path(f"{RUN}/tour/<int:stop>/", tour.tour, name="tour"),
    path("samples/<str:key>/finished/", tour.begin_sample, name="sample-begin"),
    path(f"{RUN}/results/", views.results, name="results"),
    path(f"{RUN}/tables/", crosstables.tables, name="tables"),
    path(f"{RUN}/place/", assigning.place, name="place"),
    path(f"{RUN}/export/", exports.export, name="export"),
    path(f"{RUN}/export/file/", exports.export_file, name="export-file"),
    path(f"{RUN}/export/picture/", exports.export_picture, name="export-picture"),
    path(f"{RUN}/pictures/<slug:key>.png", pictures.picture, name="persona-picture"),
    path(f"{RUN}/compare/", comparing.compare, name="compare"),
    path(f"{RUN}/changed/", comparing.changed, name="changed"),
    # one persona, read
    path(f"{PERSONA}/", views.persona, name="persona"),
    path(f"{PERSONA}/sheet.svg", exports.persona_sheet, name="persona-sheet"),
]
