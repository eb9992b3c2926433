package org.meetwright.server.settings;

import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What can be configured of the work that whoever books has to do first.
public final class ProofOfWorkRoom {
  private static final Setting<Boolean> ENABLED =
      Setting.of(
              "server.proofOfWork.enabled",
              Format.trueOrFalse(),
              "Whether a browser or program has to solve a small computation (ALTCHA) before"
                  + " it books or moves a booking, which makes doing so by the thousand expensive."
                  + " Needs https, and JavaScript in browsers.")
          .orElse("false");

  private static final Setting<Integer> DIFFICULTY =
      Setting.of(
              "server.proofOfWork.difficulty",
              Format.number(1000, 10_000_000),
              "How much work that is: the largest number of hashes to try; on average it"
                  + " takes half as many.")
          .orElse("100000");

  /// Its settings, and how they are read.
  public static final Room<Integer> ROOM = Room.of(ProofOfWorkRoom::read, ENABLED, DIFFICULTY);

  private ProofOfWorkRoom() {}

  /// Returns the largest number that whoever books has to look for; 0 if there is none.
  private static int read(SettingValues values) {
    return values.get(ENABLED) ? values.get(DIFFICULTY) : 0;
  }
}
