package org.meetwright.cli.commands.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Looks whether there is a newer version, where the admin says; nowhere else.
///
/// @param url of a JSON object with `version`
/// @param own the version of this program
record UpdateCheck(HttpUrl url, String own) {
  private static final String NAME = "update";
  private static final RequestBounds BOUNDS =
      new RequestBounds(Duration.ofSeconds(10), 64 * 1024, 3);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-[0-9A-Za-z.-]{1,40})?");

  List<Finding> look() {
    try {
      Reply reply =
          new OutgoingHttp(new Targets(true), BOUNDS).send(OutgoingRequest.get(url, Map.of()));
      if (reply.status() != 200) {
        return List.of(notSeen("it answers " + reply.status()));
      }
      return List.of(
          judge(JsonMapper.shared().readTree(reply.text()).path("version").asString("")));
    } catch (IOException failed) {
      return List.of(notSeen(OutgoingHttp.words(failed)));
    } catch (JacksonException noJson) {
      return List.of(notSeen("it is no JSON"));
    }
  }

  private Finding judge(String newest) {
    Matcher there = NUMBERS.matcher(newest);
    Matcher here = NUMBERS.matcher(own);
    if (!there.matches()) {
      return notSeen("there is no version like 1.2.3 in it");
    }
    if (!here.matches()) {
      return Finding.ok(NAME, "The newest version is " + newest + "; this one has no number.");
    }
    return isBefore(here, there)
        ? Finding.warning(
            NAME,
            "Version "
                + newest
                + " is there, this is "
                + own
                + ". How to upgrade, and the way back: docs/operations.md")
        : Finding.ok(NAME, own + " is the newest version.");
  }

  /// Compares as Semantic Versioning does, but that all versions before a release are taken for the
  /// same.
  private static boolean isBefore(Matcher here, Matcher there) {
    for (int part = 1; part <= 3; part++) {
      int difference =
          Integer.compare(Integer.parseInt(here.group(part)), Integer.parseInt(there.group(part)));
      if (difference != 0) {
        return difference < 0;
      }
    }
    return here.group(4) != null && there.group(4) == null;
  }

  private Finding notSeen(String why) {
    return Finding.warning(
        NAME,
        "Whether there is a newer version was not seen at "
            + url.host()
            + ": "
            + why
            + "; check updates.url.");
  }
}
