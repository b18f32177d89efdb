"""Pages of experiments."""

from django.urls import path

from experiments.views import check, data, home, moving, questions, wizard

app_name = "experiments"
urlpatterns = [
    path("", home.list_experiments, name="list"),
    path("help/", home.help_page, name="help"),
    path("experiments/new/", wizard.create, name="create"),
    path("experiments/sample/<str:key>/", wizard.create_sample, name="sample-create"),
    path("experiments/<uuid:experiment_id>/describe/", wizard.describe, name="describe"),
    path("experiments/<uuid:experiment_id>/upload/", wizard.upload, name="upload"),
    path("experiments/<uuid:experiment_id>/check/", check.check, name="check"),
    path("experiments/<uuid:experiment_id>/questions/", questions.update_questions, name="question-update"),
    path("experiments/<uuid:experiment_id>/questions/<slug:question_id>/", questions.question, name="question"),
    path("experiments/<uuid:experiment_id>/codebook/", questions.use_codebook, name="codebook"),
    path("experiments/<uuid:experiment_id>/skipped-lines/", check.skipped_lines, name="skipped-lines"),
    path("experiments/<uuid:experiment_id>/data/", data.browse, name="data"),
    path("experiments/<uuid:experiment_id>/move/", moving.move, name="move"),
    path("experiments/<uuid:experiment_id>/delete/", home.delete, name="delete"),
]
