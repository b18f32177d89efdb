"""Tasks: test a key, and find the tests that lost their worker. They take ids and may run twice."""

from __future__ import annotations

from celery import shared_task

from accounts.provider_keys import worker
from accounts.provider_keys.models import KeyTest
from core.lease.models import MAX_ATTEMPTS

MOST = 90  # seconds; the test itself ends by its own clock (worker.PATIENCE), looking up a name may take longer


@shared_task(name="accounts.test_key", soft_time_limit=MOST, time_limit=MOST + 10)
def run_key_test(test_id: str) -> None:
    """Test a key, unless another worker does so, or as many as may are tested now; then one of those sends it again."""
    if (test := KeyTest.objects.claim(test_id)) is None:
        return
    if test.attempt > MAX_ATTEMPTS:
        worker.give_up(test)
    else:
        worker.carry_out(test)
    if following := KeyTest.objects.filter(status=KeyTest.Status.WAITING).order_by("created").first():
        run_key_test.delay(str(following.pk))


@shared_task(name="accounts.sweep_key_tests")
def sweep_key_tests() -> None:
    """Send every test again that waits without a message or lost its worker; forget those that ended long ago."""
    for test in KeyTest.objects.take_unheard():
        run_key_test.delay(str(test.pk))
    KeyTest.objects.forgettable().delete()
