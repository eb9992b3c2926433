package org.meetwright.server.pages.frame;

import java.util.Map;
import org.meetwright.server.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/// The ALTCHA widget, which solves a challenge in the browser.
///
/// @param url where challenges are given
/// @param script the widget
/// @param style how it looks
/// @param worker the script that does the work
/// @param strings what the widget says, a JSON object
public record ChallengeView(
    String url, String script, String style, String worker, String strings) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The widget in the language of a page.
  public static ChallengeView of(PageLinks links, Texts texts) {
    return new ChallengeView(
        links.challenge(),
        links.asset("altcha/altcha.js"),
        links.asset("altcha/altcha.css"),
        links.asset("altcha/worker.js"),
        JSON.writeValueAsString(
            Map.of(
                "label", texts.get("challenge.label"),
                "verifying", texts.get("challenge.verifying"),
                "verified", texts.get("challenge.verified"),
                "error", texts.get("challenge.error"),
                // What it would say in a window of its own when the form is sent too early.
                "waitAlert", "")));
  }
}
