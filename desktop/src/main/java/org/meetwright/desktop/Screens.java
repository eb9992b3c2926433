package org.meetwright.desktop;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.automation.AutomationView;
import org.meetwright.desktop.automation.AutomationViewModel;
import org.meetwright.desktop.availability.AvailabilityView;
import org.meetwright.desktop.availability.AvailabilityViewModel;
import org.meetwright.desktop.bookings.BookingsView;
import org.meetwright.desktop.bookings.BookingsViewModel;
import org.meetwright.desktop.calendar.CalendarView;
import org.meetwright.desktop.calendar.CalendarViewModel;
import org.meetwright.desktop.connections.ConnectionsView;
import org.meetwright.desktop.connections.ConnectionsViewModel;
import org.meetwright.desktop.eventtypes.EventTypesView;
import org.meetwright.desktop.eventtypes.EventTypesViewModel;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.settings.ServerViewModel;
import org.meetwright.desktop.settings.SettingsView;
import org.meetwright.desktop.settings.SettingsViewModel;
import org.meetwright.desktop.shell.Place;
import org.meetwright.desktop.teams.TeamsView;
import org.meetwright.desktop.teams.TeamsViewModel;
import org.meetwright.desktop.today.TodayView;
import org.meetwright.desktop.today.TodayViewModel;

/// The screens of a session, in the order of the sidebar. A new screen is added here, and nowhere
/// else.
final class Screens {
  private Screens() {}

  /// Returns them.
  ///
  /// @param server the settings of the server on this computer; null if the session is with another
  static List<Place> of(
      Session session, Surroundings surroundings, @Nullable ServerViewModel server) {
    Consumer<String> browser = surroundings.browser();
    Consumer<String> copy = surroundings.clipboard();
    return List.of(
        new Place("today", "fth-sun", () -> new TodayView(new TodayViewModel(session), browser)),
        new Place(
            "calendar", "fth-calendar", () -> new CalendarView(new CalendarViewModel(session))),
        new Place("bookings", "fth-list", () -> new BookingsView(new BookingsViewModel(session))),
        new Place(
            "eventTypes",
            "fth-layers",
            () -> new EventTypesView(new EventTypesViewModel(session), copy)),
        new Place(
            "availability",
            "fth-clock",
            () -> new AvailabilityView(new AvailabilityViewModel(session))),
        new Place(
            "connections",
            "fth-link-2",
            () -> new ConnectionsView(new ConnectionsViewModel(session))),
        new Place("teams", "fth-users", () -> new TeamsView(new TeamsViewModel(session))),
        new Place(
            "automation",
            "fth-zap",
            () -> new AutomationView(new AutomationViewModel(session), copy)),
        new Place(
            "settings",
            "fth-settings",
            () ->
                new SettingsView(
                    new SettingsViewModel(session, server), surroundings.files(), browser)));
  }
}
