"""Pages of experiments."""

from django.urls import path

from experiments.views import arranging, binned, check, data, home, moving, palette, questions, templates, wizard

app_name = "experiments"
urlpatterns = [
    path("", home.list_experiments, name="list"),
    path("search/", palette.search, name="search"),
    path("shortcuts/", palette.shortcuts, name="shortcuts"),
    path("experiments/<uuid:experiment_id>/", palette.open_experiment, name="open"),
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
    path("experiments/arrange/", arranging.arrange, name="arrange"),
    path("experiments/<uuid:experiment_id>/archive/", arranging.arrange_one, {"do": "archive"}, name="archive"),
    path("experiments/<uuid:experiment_id>/unarchive/", arranging.arrange_one, {"do": "unarchive"}, name="unarchive"),
    path("experiments/<uuid:experiment_id>/throw-away/", arranging.arrange_one, {"do": "bin"}, name="throw-away"),
    path("experiments/<uuid:experiment_id>/duplicate/", arranging.duplicate, name="duplicate"),
    path("experiments/<uuid:experiment_id>/template/", templates.save, name="template-save"),
    path("templates/", templates.list_templates, name="templates"),
    path("templates/<uuid:template_id>/begin/", templates.begin, name="template-begin"),
    path("templates/<uuid:template_id>/remove/", templates.remove, name="template-remove"),
    path("bin/", binned.show_bin, name="bin"),
    path("bin/empty/", binned.empty, name="bin-empty"),
    path("bin/<uuid:experiment_id>/put-back/", binned.put_back, name="put-back"),
    path("bin/<uuid:experiment_id>/delete/", binned.delete, name="delete"),
]
