"""Links of a result that readers open without an account, what is said about personas, and how readers judge them."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

from experiments.models import reachable
from generation.runs.models import Run
from persona.ids import uuid7

if TYPE_CHECKING:
    from accounts.models import User

NAME_LETTERS = 80
SECRET_BYTES = 32
COMMENT_LETTERS = 2000


def new_secret() -> str:
    """What a link holds: 256 random bits, so that its hash needs no slow function."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> str:
    """What is kept of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def visible_to(self, user: User) -> ShareLinkQuerySet:
        return self.filter(reachable(user, "run__experiment"))

    def live(self) -> ShareLinkQuerySet:
        """Those that show something; what is in the bin shows nothing until it is taken out."""
        now, done = timezone.now(), Run.Status.DONE
        return self.filter(closed=None, expires__gt=now, run__status=done, run__experiment__binned=None)

    def opened_by(self, secret: str) -> ShareLink | None:
        """The live link with this secret; None for one that ended, was closed, or never was."""
        related = ("run__experiment__team", "made_by")
        return self.live().select_related(*related).filter(hash=digest(secret)).first()


class ShareLink(models.Model):
    """One link; its secret is known to whoever made it, and only its hash is kept."""

    class Audience(models.TextChoices):
        TEAM = "team", "People of the team"
        PASSWORD = "password", "Anyone with the link and a password"
        ANYONE = "anyone", "Anyone with the link"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="shares")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=NAME_LETTERS, help_text="Whom it is for, in the words of who made it.")
    hash = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of what the link holds.")
    audience = models.CharField(max_length=10, choices=Audience)
    password = models.CharField(max_length=200, blank=True, editable=False, help_text="Hashed; empty: none is asked.")
    quotes = models.BooleanField(default=True, help_text="With people's words.")
    names = models.BooleanField(default=True, help_text="With invented first names and portraits.")
    downloads = models.BooleanField(default=False, help_text="Readers may save it as a file.")
    comments = models.BooleanField(default=False, help_text="Readers may comment by a name that they give.")
    hidden = models.JSONField(default=list, blank=True, help_text="Names of columns of which nothing is shown.")
    hosts = models.JSONField(default=list, blank=True, help_text="Origins whose pages may show it in a frame.")
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    closed = models.DateTimeField(null=True, blank=True)
    views = models.PositiveBigIntegerField(default=0)
    last_seen = models.DateTimeField(null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("-created", "-id")

    def __str__(self) -> str:
        return f"{self.name} ({self.audience})"

    @property
    def is_open(self) -> bool:
        return self.closed is None and not self.has_ended

    @property
    def has_ended(self) -> bool:
        return self.expires <= timezone.now()

    @property
    def has_password(self) -> bool:
        return self.audience == self.Audience.PASSWORD

    @property
    def by(self) -> str:
        """Who shares it; never an e-mail address."""
        return public_name(self.made_by) or self.run.experiment.team.name.partition("@")[0]

    def note_view(self) -> None:
        """Somebody has opened it."""
        ShareLink.objects.filter(pk=self.pk).update(views=F("views") + 1, last_seen=timezone.now())


def public_name(user: User | None) -> str:
    """What strangers may read of a person: the name that they gave, else nothing."""
    return user.name.strip() if user is not None else ""


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, user: User) -> CommentQuerySet:
        return self.filter(reachable(user, "run__experiment"))


class Comment(models.Model):
    """What somebody said about a persona, or one of its statements."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="comments")
    persona = models.PositiveSmallIntegerField(help_text="The number of the persona it is about.")
    statement = models.CharField(max_length=200, blank=True, default="", help_text="The key of a statement, or none.")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    link = models.ForeignKey(ShareLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="said")
    guest = models.CharField(max_length=NAME_LETTERS, blank=True, default="", help_text="The name a reader gave.")
    text = models.TextField(max_length=COMMENT_LETTERS)
    created = models.DateTimeField(auto_now_add=True)
    resolved = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("created", "id")
        indexes: ClassVar = (models.Index(fields=("run", "persona")),)

    def __str__(self) -> str:
        return f"on persona {self.persona} of {self.run_id}"

    @property
    def is_of_reader(self) -> bool:
        return bool(self.guest)

    @property
    def by(self) -> str:
        """Who said it, for readers as for the team; never an e-mail address."""
        return self.guest or public_name(self.author) or "Somebody of the team"


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def visible_to(self, user: User) -> FeedbackQuerySet:
        return self.filter(reachable(user, "run__experiment"))


class Feedback(models.Model):
    """How one reader judges one persona; nobody can tell who it was."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="feedback")
    persona = models.PositiveSmallIntegerField(help_text="The number of the persona it is about.")
    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="feedback")
    browser = models.CharField(max_length=64, help_text="Hash of a random number that the browser keeps.")
    answers = models.JSONField(help_text="construct -> 1 to 7")
    created = models.DateTimeField(auto_now_add=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("created", "id")
        verbose_name_plural = "feedback"
        constraints: ClassVar = (
            models.UniqueConstraint(fields=("link", "persona", "browser"), name="feedback_once_a_browser"),
        )

    def __str__(self) -> str:
        return f"on persona {self.persona} of {self.run_id}"
