package org.meetwright.server.pages.account.hostlink;

import org.meetwright.core.booking.Booking;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.hostlink.LinkedBooking.Live;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.text.Texts;

/// The booking of a link that was opened.
///
/// @param live what the link stands for
/// @param visitor the host, who reads in his own language and zone
/// @param csrf what forms carry
record OpenedHostLink(
    AccountRequest asked,
    String token,
    Live live,
    Visitor visitor,
    Branding branding,
    String csrf) {
  private static final String BUNDLE = "org.meetwright.server.pages.account.hostlink.texts";

  /// Returns the words of these pages.
  static Texts words(Visitor visitor) {
    return Texts.of(BUNDLE, visitor.locale());
  }

  Texts words() {
    return words(visitor);
  }

  Texts texts() {
    return PageTexts.of(visitor.locale());
  }

  Booking booking() {
    return live.booking();
  }

  /// Returns whether there is anything that the booking could be moved to.
  boolean movable() {
    EventType eventType = live.eventType();
    return eventType != null && eventType.active() && booking().status().holdsTime();
  }

  MeetingView meeting() {
    return MeetingView.of(this, visitor.formats(), texts());
  }

  /// Returns what surrounds a page.
  Shell shell(String title) {
    return Shell.unlisted(
            texts(), asked.request().links(), title + " · " + booking().eventTypeName())
        .branded(branding);
  }

  /// Returns the page of the link.
  String page() {
    return asked.link("/h/" + token);
  }

  /// Returns the page of an answer.
  String page(String what) {
    return page() + "/" + what;
  }
}
