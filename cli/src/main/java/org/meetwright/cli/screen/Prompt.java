package org.meetwright.cli.screen;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/// Asks the person at the terminal.
///
/// @param err where the questions go: output is for data
public record Prompt(Console console, PrintStream err) {
  /// Returns the answer; empty if there is none.
  public String ask(String question) {
    show(question);
    String answer = console.readLine();
    return answer == null ? "" : answer.strip();
  }

  /// Returns the answer, which is not shown while it is typed; empty if there is none.
  public String secret(String question) {
    // The console asks, once it shows nothing any more.
    char[] typed = console.readPassword("%s", question);
    return typed == null ? "" : String.valueOf(typed);
  }

  /// Returns whether the answer is yes. Anything else is no.
  public boolean confirmed(String question) {
    String answer = ask(question + " [y/N] ").toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  private void show(String question) {
    err.print(question);
    err.flush();
  }
}
