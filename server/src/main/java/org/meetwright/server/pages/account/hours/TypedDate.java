package org.meetwright.server.pages.account.hours;

/// A date that differs, as it was typed. A date with several spans is typed several times.
///
/// @param date as the browser's date field gives it
/// @param hours what is open; blank if nothing is
record TypedDate(String date, TypedHours hours) {
  boolean isBlank() {
    return date.isBlank() && hours.isBlank();
  }
}
