"""People: who signs in. An e-mail address is the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from accounts.teams.models import NAME_LETTERS as TEAM_NAME_LETTERS
from accounts.teams.models import Membership, Role, Team
from core.prepared import Prepared
from persona.ids import uuid7

if TYPE_CHECKING:
    from django.db.models import QuerySet

NAME_LETTERS = 120
"""The longest name of a person, whoever gives it."""


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """One spelling for one mailbox, as sign-in looks for it: no provider tells upper from lower case."""
        return super().normalize_email(email).lower()

    def get(self, *args: Any, **which: Any) -> User:
        """As of every manager; by id alone, as each request asks who is signed in, it is prepared."""
        if args or tuple(which) != ("pk",):
            return super().get(*args, **which)
        if (found := _person.first(which["pk"])) is None:
            raise self.model.DoesNotExist
        return found

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=NAME_LETTERS, blank=True)
    is_staff = models.BooleanField("operator", default=False, help_text="May open the administration.")
    is_active = models.BooleanField("active", default=True, help_text="Take this away instead of deleting a person.")
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    team = models.ForeignKey(
        Team,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The one they work in now, of those that they are in.",
    )

    mail_when_done = models.BooleanField(
        "mail when a run is done", default=True, help_text="What the box beside “Generate” says at first."
    )
    browser_when_done = models.BooleanField("browser notice when a run is done", default=False)

    only_team: UUID | None = None
    """Set where a token acts for the person: it looks into this team alone."""

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.email

    def clean(self) -> None:
        super().clean()
        self.email = User.objects.normalize_email(self.email)

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.name.split()[0] if self.name else self.email

    @cached_property
    def membership(self) -> Membership:
        """The team that they act in now, and as what; whoever is in none gets one of their own."""
        team = self.only_team or self.team_id
        found = _membership_in.first(self.pk, team) if team else None
        return found or self.memberships.select_related("team").first() or self.found_team()

    def found_team(self) -> Membership:
        """A team of this person alone, which they work in from now on."""
        made = Team.objects.create(name=own_team_name(self))
        self.team = made
        User.objects.filter(pk=self.pk).update(team=made)
        return Membership.objects.create(team=made, user=self, role=Role.OWNER)

    @property
    def initials(self) -> str:
        words = (self.name or self.email.split("@")[0].replace(".", " ")).split()
        return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper() if words else "?"


def _by_id(pk: UUID) -> QuerySet[User]:
    return User.objects.filter(pk=pk)


def _in_team(user: UUID, team: UUID) -> QuerySet[Membership]:
    return Membership.objects.filter(user=user, team=team).select_related("team")


_person = Prepared(_by_id, UUID)
_membership_in = Prepared(_in_team, UUID, UUID)


def own_team_name(user: User) -> str:
    """What a person's own team is called at first."""
    return f"{user.name or user.email.partition('@')[0]}’s team"[:TEAM_NAME_LETTERS]
