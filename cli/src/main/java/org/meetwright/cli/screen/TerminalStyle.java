package org.meetwright.cli.screen;

/// How words look on a terminal that has colours.
public enum TerminalStyle {
  /// All is well.
  GREEN("32"),
  /// Look at this.
  YELLOW("33"),
  /// This is wrong.
  RED("31"),
  /// A heading.
  BOLD("1");

  private final String code;

  TerminalStyle(String code) {
    this.code = code;
  }

  /// Returns text with the characters before and after it that make a terminal show it so.
  public String on(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
