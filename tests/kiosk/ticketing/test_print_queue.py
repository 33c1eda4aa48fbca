"""Stored print jobs: one in the printer at a time, nothing lost, nothing printed twice by itself."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.devices.printers import Outcome, PrintPage, Status
from kiosk.devices.printers.pdf_folder import PdfFolder
from kiosk.ticketing import Keys, Ticketing, UnknownJob
from kiosk.ticketing.print_queue import PrintQueue
from tests.kiosk.ticketing.a_park import Park


class Bench:
    """A printer whose answers are laid out beforehand, and that counts what came out."""

    name = "bench"

    def __init__(self, *answers: Outcome) -> None:
        self.answers = list(answers)
        self.printed: list[str] = []
        self.during: Callable[[], None] = lambda: None
        self.stop = threading.Event()  # the queue's, once it has sent something

    def status(self) -> Status:
        return Status()

    def send(self, page: PrintPage, *, handed_over: Callable[[str], None], stop: threading.Event) -> Outcome:
        self.stop = stop
        answer = self.answers.pop(0) if self.answers else Outcome("confirmed")
        if answer.state != "not_sent":
            handed_over("")
            self.printed.append(page.title)
        self.during()
        return answer


@pytest.fixture
def park(tmp_path: Path) -> Iterator[Park]:
    park = Park(tmp_path)
    yield park
    park.close()


def kiosk(park: Park, printer: Bench | PdfFolder | None) -> Ticketing:
    return Ticketing(
        store=park.store, clock=park.clock, events=park.events, bookings=park, sites=park,
        keys=Keys.open(park.motif.parent / "keys"), device=park.device, printer=printer,
    )  # fmt: skip


def worker(park: Park, ticketing: Ticketing, printer: Bench) -> PrintQueue:
    """The queue's work, done on the test's own thread."""
    return PrintQueue(
        store=park.store, clock=park.clock, events=park.events, printer=printer, device=park.device,
        compose=lambda job: ticketing.compose(park.find(job.booking_code, job.lang), job.lang, copy=job.copy),
    )  # fmt: skip


def test_a_ticket_is_printed_and_the_visitor_told_to_take_it(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    job = ticketing.print(park.book(), "zh")
    assert (job.state, job.advice, job.copy) == ("queued", "printing", False)
    assert worker(park, ticketing, printer).work_off()
    assert (ticketing.job(job.id).state, ticketing.job(job.id).advice) == ("confirmed", "take")
    assert park.changes == ["queued", "sending", "sent", "confirmed"]


def test_a_pdf_lies_in_the_folder_when_the_thread_has_worked_it_off(park: Park, tmp_path: Path) -> None:
    ticketing = kiosk(park, PdfFolder(tmp_path / "tickets"))
    done = threading.Event()
    park.events.follow(object, lambda event: done.set() if getattr(event, "state", "") == "confirmed" else None)
    ticketing.start()
    job = ticketing.print(park.book(), "en")
    assert done.wait(60)
    ticketing.close()
    files = list((tmp_path / "tickets").iterdir())
    assert [str(file) for file in files] == [ticketing.job(job.id).output]
    assert files[0].read_bytes().startswith(b"%PDF")
    assert not [thread for thread in threading.enumerate() if thread.name == "print-queue"]


def test_without_paper_the_job_waits_and_staff_hear_of_it_once(park: Park) -> None:
    printer = Bench(Outcome("not_sent", "paper_out"), Outcome("not_sent", "paper_out"), Outcome("confirmed"))
    ticketing = kiosk(park, printer)
    job = ticketing.print(park.book(), "zh")
    queue = worker(park, ticketing, printer)
    assert not queue.work_off()
    waiting = ticketing.job(job.id)
    assert (waiting.state, waiting.reason, waiting.advice) == ("queued", "paper_out", "keep_screen")
    assert not queue.work_off()
    assert len(park.notices) == 1
    assert queue.work_off()
    assert printer.printed == ["7K3M92QF4"]
    assert park.notices[-1] == ""


def test_stale_jobs_do_not_pour_out_after_the_refill(park: Park) -> None:
    printer = Bench(Outcome("not_sent", "paper_out"))
    ticketing = kiosk(park, printer)
    old = ticketing.print(park.book("AAAAAAAA1"), "zh")
    queue = worker(park, ticketing, printer)
    queue.work_off()
    park.clock.pass_time(timedelta(seconds=200))
    fresh = ticketing.print(park.book("BBBBBBBB2"), "zh")
    queue.work_off()
    assert ticketing.job(old.id).state == "expired"
    assert ticketing.job(old.id).advice == "keep_screen"
    assert ticketing.job(fresh.id).state == "confirmed"
    assert printer.printed == ["BBBBBBBB2"]


def test_a_wall_clock_that_jumps_expires_nothing(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    job = ticketing.print(park.book(), "zh")
    park.clock.jump(timedelta(days=1))
    worker(park, ticketing, printer).work_off()
    assert ticketing.job(job.id).state == "confirmed"


def test_what_waited_since_before_a_restart_has_expired(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    job = ticketing.print(park.book(), "zh")
    park.clock.boot_name = "boot-2"
    worker(park, ticketing, printer).work_off()
    assert (ticketing.job(job.id).state, printer.printed) == ("expired", [])


def test_a_crash_while_sending_leaves_it_unknown_and_never_prints_it_again(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    job = ticketing.print(park.book(), "zh")

    def power_cut() -> None:
        raise KeyboardInterrupt

    printer.during = power_cut
    with pytest.raises(KeyboardInterrupt):
        worker(park, ticketing, printer).work_off()
    assert ticketing.job(job.id).state == "sent"
    printer.during = lambda: None
    after = worker(park, ticketing, printer)
    after.start()
    after.stop()
    assert after.work_off() is False  # stopped
    again = ticketing.job(job.id)
    assert (again.state, again.reason, printer.printed) == ("unknown", "interrupted", ["7K3M92QF4"])


def test_one_job_in_the_printer_at_a_time(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    for code in ("AAAAAAAA1", "BBBBBBBB2"):
        ticketing.print(park.book(code), "zh")
    seen: list[int] = []
    printer.during = lambda: seen.append(len(ticketing.jobs(states=("sending", "sent"))))
    worker(park, ticketing, printer).work_off()
    assert seen == [1, 1]
    assert printer.printed == ["AAAAAAAA1", "BBBBBBBB2"]


def test_a_reprint_is_marked_and_says_the_same(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    booking = park.book()
    first_text = ticketing.text(booking)
    ticketing.print(booking, "zh")
    worker(park, ticketing, printer).work_off()
    second = ticketing.print(booking, "zh")
    assert second.copy
    assert ticketing.text(booking) == first_text
    plain, copy = ticketing.compose(booking, "zh"), ticketing.compose(booking, "zh", copy=True)
    assert copy.height > plain.height


def test_pressing_print_twice_makes_one_job(park: Park) -> None:
    ticketing = kiosk(park, Bench())
    booking = park.book()
    assert ticketing.print(booking, "zh").id == ticketing.print(booking, "zh").id


def test_what_never_left_the_kiosk_is_no_copy_when_printed_anew(park: Park) -> None:
    printer = Bench(Outcome("failed", "aborted"))
    ticketing = kiosk(park, printer)
    booking = park.book()
    ticketing.print(booking, "zh")
    worker(park, ticketing, printer).work_off()
    assert not ticketing.print(booking, "zh").copy


def test_staff_settle_what_is_unknown(park: Park) -> None:
    printer = Bench(Outcome("unknown", "no_answer"))
    ticketing = kiosk(park, printer)
    job = ticketing.print(park.book(), "zh")
    worker(park, ticketing, printer).work_off()
    assert ticketing.job(job.id).advice == "keep_screen"
    assert ticketing.settle(job.id, printed=True).state == "confirmed"


def test_a_ticket_that_cannot_be_drawn_does_not_hold_up_the_next(park: Park, caplog: pytest.LogCaptureFixture) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    bad = ticketing.print(park.book("AAAAAAAA1"), "zh")
    good = ticketing.print(park.book("BBBBBBBB2"), "zh")
    del park._views["AAAAAAAA1"]
    worker(park, ticketing, printer).work_off()
    assert (ticketing.job(bad.id).state, ticketing.job(bad.id).reason) == ("failed", "unprintable")
    assert ticketing.job(good.id).state == "confirmed"
    assert "cannot be drawn" in caplog.text


def test_without_a_printer_the_screen_is_the_ticket(park: Park) -> None:
    job = kiosk(park, None).print(park.book(), "zh")
    assert (job.state, job.reason, job.advice) == ("failed", "no_printer", "keep_screen")


def test_an_unknown_job_is_named(park: Park) -> None:
    with pytest.raises(UnknownJob):
        kiosk(park, None).job(park.device)


def test_a_withdrawn_key_lists_what_to_issue_again(park: Park) -> None:
    ticketing = kiosk(park, None)
    ticketing.text(park.book("AAAAAAAA1"))
    stolen = ticketing.keys.signing
    ticketing.keys.withdraw(stolen, "laptop stolen")
    ticketing.text(park.book("BBBBBBBB2"))
    assert ticketing.to_issue_again(stolen) == ("AAAAAAAA1",)


def test_a_printed_ticket_is_noted_under_the_key_that_signed_it(park: Park) -> None:
    ticketing = kiosk(park, None)
    ticketing.print(park.book("AAAAAAAA1"), "zh")
    assert ticketing.to_issue_again(ticketing.keys.signing) == ("AAAAAAAA1",)


def test_a_job_is_stored_though_no_key_can_sign_its_ticket(park: Park, caplog: pytest.LogCaptureFixture) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    for private in ticketing.keys.folder.glob("key-*.pem"):
        private.unlink()
    ticketing.keys = Keys.open(ticketing.keys.folder)
    job = ticketing.print(park.book(), "zh")
    assert job.state == "queued"
    worker(park, ticketing, printer).work_off()
    assert (ticketing.job(job.id).state, ticketing.job(job.id).reason) == ("failed", "unprintable")
    assert "cannot be drawn" in caplog.text


def test_a_job_that_waits_outlives_a_kiosk_that_stops(park: Park) -> None:
    printer = Bench()
    ticketing = kiosk(park, printer)
    first = ticketing.print(park.book("AAAAAAAA1"), "zh")
    in_the_printer = threading.Event()

    def until_the_kiosk_stops() -> None:
        in_the_printer.set()
        assert printer.stop.wait(60)

    printer.during = until_the_kiosk_stops
    queue = worker(park, ticketing, printer)
    queue.start()
    assert in_the_printer.wait(60)
    second = ticketing.print(park.book("BBBBBBBB2"), "zh")
    queue.wake()
    queue.stop()
    assert (ticketing.job(first.id).state, ticketing.job(second.id).state) == ("confirmed", "queued")
    printer.during = lambda: None
    assert worker(park, ticketing, printer).work_off()
    assert printer.printed == ["AAAAAAAA1", "BBBBBBBB2"]


def test_the_database_says_how_a_ticket_stands(park: Park) -> None:
    ticketing = kiosk(park, None)
    statement = ticketing.verify(ticketing.text(park.book()))
    standing = ticketing.standing(statement)
    assert (standing.state, standing.used, standing.code) == ("valid", False, "7K3M92QF4")
    assert statement.heads == 3
