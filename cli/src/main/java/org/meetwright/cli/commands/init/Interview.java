package org.meetwright.cli.commands.init;

import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.screen.Prompt;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.core.value.TimeZones;

/// Asks at a terminal for what the options of `init` do not say.
final class Interview {
  private static final int MOST_TRIES = 5;

  private final Terminal terminal;
  private final Prompt prompt;

  Interview(Terminal terminal, Prompt prompt) {
    this.terminal = terminal;
    this.prompt = prompt;
  }

  void complete(InitAnswers answers) {
    answers.name =
        answers.name != null
            ? answers.name
            : ask("Your name", "", text -> new Name(Text.line("", text, 100)));
    answers.email =
        answers.email != null ? answers.email : ask("Your e-mail address", "", EmailAddress::new);
    answers.handle =
        answers.handle != null
            ? answers.handle
            : ask("Your handle, in the address of your pages", handle(answers.name), Handle::new);
    answers.zone =
        answers.zone != null
            ? answers.zone
            : ask("Your time zone", zone(), text -> TimeZones.parse("", text));
    if (answers.publicUrl == null) {
      answers.publicUrl =
          prompt.ask("Public address of the server, like https://meet.example.org [none yet] ");
    }
    if (answers.mailHost == null) {
      answers.mailHost = prompt.ask("Mail server [none; mail is written into files] ");
      if (!answers.mailHost.isEmpty()) {
        answers.mailUser =
            answers.mailUser == null ? prompt.ask("User there [none] ") : answers.mailUser;
      }
    }
  }

  /// Returns the password of the user at the mail server; empty if there is no user.
  String mailPassword(InitAnswers answers) {
    boolean asked =
        answers.mailUser != null && !answers.mailUser.isEmpty() && answers.mailPasswordFile == null;
    return asked ? prompt.secret("Password there: ") : "";
  }

  /// Returns the first host's password, typed twice; empty for none.
  String password() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String typed = prompt.secret("Your password to sign in: ");
      if (typed.equals(prompt.secret("The same again: "))) {
        return typed;
      }
      terminal.say("They differ.");
    }
    throw new Failure("The passwords differed too often. Nothing was changed.");
  }

  private <T> T ask(String question, String usual, Function<String, T> parse) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String typed = prompt.ask(question + (usual.isEmpty() ? ": " : " [" + usual + "] "));
      try {
        return parse.apply(typed.isEmpty() ? usual : typed);
      } catch (InvalidValueException wrong) {
        terminal.say("It " + wrong.getMessage() + ".");
      }
    }
    throw new Failure("There was no usable answer. Nothing was changed.");
  }

  private static String handle(@Nullable Name name) {
    String first = name == null ? "" : name.value().replaceAll(" .*", "").toLowerCase(Locale.ROOT);
    return first.matches("[a-z0-9]{2,40}") ? first : "";
  }

  private static String zone() {
    String own = ZoneId.systemDefault().getId();
    return TimeZones.places().contains(own) ? own : "";
  }
}
