"""Pages of teams."""

from django.urls import path

from accounts.audit import views as audit
from accounts.teams import joining, look_views, views

app_name = "teams"
urlpatterns = [
    path("", views.team, name="mine"),
    path("new/", views.create, name="create"),
    path("join/<str:secret>/", joining.join, name="join"),
    path("switch/<uuid:member_id>/", views.switch, name="switch"),
    path("<uuid:team_id>/", views.team, name="of"),
    path("<uuid:team_id>/rename/", views.rename, name="rename"),
    path("<uuid:team_id>/invite/", views.invite, name="invite"),
    path("<uuid:team_id>/leave/", views.leave, name="leave"),
    path("<uuid:team_id>/look/", look_views.look, name="look"),
    path("<uuid:team_id>/look/sections/", look_views.sections, name="look-sections"),
    path("<uuid:team_id>/look/<slug:version>.css", look_views.style, name="look-style"),
    path("<uuid:team_id>/look/<slug:version>.png", look_views.logo, name="look-logo"),
    path("<uuid:team_id>/log/", audit.log, name="log"),
    path("<uuid:team_id>/log/activity-log.csv", audit.log_file, name="log-file"),
    path("members/<uuid:member_id>/role/", views.role, name="role"),
    path("members/<uuid:member_id>/remove/", views.remove, name="remove"),
    path("members/<uuid:member_id>/hand-over/", views.hand_over, name="hand-over"),
    path("invitations/<uuid:invitation_id>/again/", views.send_again, name="invitation-again"),
    path("invitations/<uuid:invitation_id>/take-back/", views.take_back, name="invitation-take-back"),
]
