package org.meetwright.cli.commands.data;

import java.io.IOException;
import java.util.function.Supplier;
import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.sending.FileSender;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options and the output that all ways to erase someone share.
public final class ErasureOptions {
  @Mixin Consent consent;

  @Option(
      names = "--cancel",
      description =
          "Cancel the meetings that are still to come first; all who were invited are told.")
  boolean cancel;

  /// Creates them; Picocli sets what was said.
  @SuppressWarnings("NullAway.Init")
  public ErasureOptions() {}

  /// Returns whether meetings that are still to come are to be cancelled first.
  public boolean cancels() {
    return cancel;
  }

  /// Erases someone once that is confirmed, and tells what came of it.
  ///
  /// @param email of the one who is erased
  /// @throws Failure if it is not confirmed, or refused
  public void run(
      Program program, BookingDesk desk, EmailAddress email, Supplier<ErasureOutcome> erase) {
    consent.require(
        program,
        cancel
            ? "This cancels the meetings to come with " + email + ", and erases the person."
            : "This erases " + email + ".");
    ErasureOutcome outcome = erase.get();
    if (cancel && outcome instanceof ErasureOutcome.MeetingsToCome(var bookings)) {
      Change change = new Change(Actor.ADMIN, null, null, "");
      bookings.forEach(id -> desk.cancel(id, change));
      program.terminal().say("Cancelled " + bookings.size() + " bookings.");
      outcome = erase.get();
    }
    switch (outcome) {
      case ErasureOutcome.Erased erased -> {
        forgetFiles(program, email);
        tell(program, erased);
      }
      case ErasureOutcome.MeetingsToCome(var bookings) ->
          throw new Failure(
              bookings.size()
                  + " bookings are still to come; cancel them first, or add --cancel. Nothing was"
                  + " erased.");
      case ErasureOutcome.MessagesToCome(var messages) ->
          throw new Failure(
              messages
                  + " mails about it are still to be sent; let the server send them, then run this"
                  + " again. Nothing was erased.");
    }
  }

  private static void forgetFiles(Program program, EmailAddress email) {
    try (FileSender files = FileSender.in(program.home())) {
      files.forget(email);
    } catch (IOException failed) {
      throw new Failure(
          "Erased in the database, but not all mail files: " + failed.getMessage(), failed);
    }
  }

  private static void tell(Program program, ErasureOutcome.Erased erased) {
    if (program.options().json()) {
      program.terminal().printJson(erased);
    }
    program
        .terminal()
        .say(
            "Erased, in "
                + erased.bookings()
                + " bookings and "
                + erased.archivedMeetings()
                + " archived meetings. Backups and mail that was sent are not reached.");
  }
}
