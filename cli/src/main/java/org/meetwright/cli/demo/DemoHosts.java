package org.meetwright.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// Makes up two hosts.
///
/// @param password what the hosts sign in with
record DemoHosts(Hosts hosts, Schedules schedules, String password, LocalDate today) {
  /// Adds the one who has a day with other hours.
  Host ada() {
    Host ada = host("ada", "Ada Lovelace", Role.ADMIN);
    overrideADate(ada);
    return ada;
  }

  /// Adds the other one.
  Host charles() {
    return host("charles", "Charles Babbage", Role.HOST);
  }

  private Host host(String name, String fullName, Role role) {
    Handle handle = new Handle(name);
    EmailAddress email = new EmailAddress(name + "@example.org");
    String hash = PasswordRules.of(handle, fullName, email).hash(password);
    return hosts.add(
        new NewHost(handle, fullName, email, DemoData.ZONE, Locale.ENGLISH, hash, role));
  }

  private void overrideADate(Host host) {
    Schedule schedule = schedules.list(host.id()).getFirst();
    DateOverride shortDay =
        new DateOverride(today.plusDays(7), List.of(LocalHours.parse("10:00", "14:00")));
    schedules.replace(
        new Schedule(
            schedule.id(),
            host.id(),
            schedule.name(),
            schedule.timeZone(),
            true,
            schedule.weeklyHours(),
            List.of(shortDay)));
  }
}
