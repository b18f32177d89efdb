"""Pages of shares: links for those who share, what their readers open, slides, the frame, comments, activity."""

from django.urls import path

from generation.shares import managing, talking, views

RUN, PERSONA = "runs/<uuid:run_id>", "personas/<uuid:persona_id>"
LINK, COMMENT = "shares/<uuid:link_id>", "comments/<uuid:comment_id>"
READER, PREVIEW = "s/<str:secret>", f"{LINK}/preview"

urlpatterns = [
    # those who share
    path(f"{RUN}/share/", managing.share, name="share"),
    path(f"{LINK}/close/", managing.close, name="share-close"),
    path(f"{LINK}/open/", managing.open_again, name="share-open"),
    path(f"{PREVIEW}/", views.preview, name="share-preview"),
    path(f"{PREVIEW}/personas/<int:number>/", views.preview_persona, name="share-preview-persona"),
    path(f"{PREVIEW}/personas/<int:number>/sheet.svg", views.preview_sheet, name="share-preview-sheet"),
    path(f"{PREVIEW}/method/", views.preview_method, name="share-preview-method"),
    path(f"{PREVIEW}/present/<int:number>/", views.preview_slide, name="share-preview-slide"),
    path(f"{PREVIEW}/files/<slug:kind>/", views.preview_file, name="share-preview-file"),
    path(f"{PREVIEW}/look/<slug:version>.css", views.preview_style, name="share-preview-style"),
    path(f"{PREVIEW}/look/<slug:version>.png", views.preview_logo, name="share-preview-logo"),
    path(f"{PREVIEW}/pictures/<slug:key>.png", views.preview_picture, name="share-preview-picture"),
    # readers
    path(f"{READER}/", views.overview, name="shared"),
    path(f"{READER}/open/", views.unlock, name="shared-open"),
    path(f"{READER}/theme/", views.theme, name="shared-theme"),
    path(f"{READER}/personas/<int:number>/", views.persona, name="shared-persona"),
    path(f"{READER}/personas/<int:number>/sheet.svg", views.sheet, name="shared-sheet"),
    path(f"{READER}/personas/<int:number>/comment/", views.comment, name="shared-comment"),
    path(f"{READER}/personas/<int:number>/feedback/", views.feedback, name="shared-feedback"),
    path(f"{READER}/method/", views.method, name="shared-method"),
    path(f"{READER}/present/<int:number>/", views.slide, name="shared-slide"),
    path(f"{READER}/files/<slug:kind>/", views.file, name="shared-file"),
    path(f"{READER}/look/<slug:version>.css", views.style, name="shared-style"),
    path(f"{READER}/look/<slug:version>.png", views.logo, name="shared-logo"),
    path(f"{READER}/pictures/<slug:key>.png", views.picture, name="shared-picture"),
    path("embed/<str:secret>/", views.embed, name="embed"),
    # members
    path(f"{RUN}/present/", views.present, name="present"),
    path(f"{RUN}/present/<int:number>/", views.present, name="present-slide"),
    path(f"{RUN}/feedback/", talking.judged, name="feedback"),
    path(f"{PERSONA}/comment/", talking.comment, name="comment"),
    path(f"{COMMENT}/resolve/", talking.resolve, name="comment-resolve"),
    path(f"{COMMENT}/delete/", talking.delete, name="comment-delete"),
    path("experiments/<uuid:experiment_id>/activity/", talking.activity, name="activity"),
]
