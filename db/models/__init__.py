"""The typed models, a file a subject."""

from db.models.bookings import Booking, BookingLine, CheckIn, Payment, Person, PrintJob, Refund, Ticket
from db.models.devices import ClockAnchor, ClockJump, Device, Setting
from db.models.exhibits import Exhibit, ExhibitText, Fact, Hotspot, Media, Moment, SiteFile
from db.models.footfall import Count, Feedback, KioskPage, KioskVisit
from db.models.gallery import Keepsake, TicketDrawing
from db.models.sites import (
    Category,
    ClosedDays,
    Holiday,
    HolidayYear,
    OpeningHours,
    RefundRule,
    Site,
    SiteText,
    Source,
    Zone,
    ZoneText,
)
from db.models.staff import AuditEntry, Staff
from db.models.table import Base, Texts
from db.models.workshops import Block, Hold, SeatRight, Session, Weekly, Workshop, WorkshopPrice, WorkshopText

__all__ = [
    "AuditEntry",
    "Base",
    "Block",
    "Booking",
    "BookingLine",
    "Category",
    "CheckIn",
    "ClockAnchor",
    "ClockJump",
    "ClosedDays",
    "Count",
    "Device",
    "Exhibit",
    "ExhibitText",
    "Fact",
    "Feedback",
    "Hold",
    "Holiday",
    "HolidayYear",
    "Hotspot",
    "Keepsake",
    "KioskPage",
    "KioskVisit",
    "Media",
    "Moment",
    "OpeningHours",
    "Payment",
    "Person",
    "PrintJob",
    "Refund",
    "RefundRule",
    "SeatRight",
    "Session",
    "Setting",
    "Site",
    "SiteFile",
    "SiteText",
    "Source",
    "Staff",
    "Texts",
    "Ticket",
    "TicketDrawing",
    "Weekly",
    "Workshop",
    "WorkshopPrice",
    "WorkshopText",
    "Zone",
    "ZoneText",
]
