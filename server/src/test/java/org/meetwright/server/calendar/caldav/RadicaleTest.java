package org.meetwright.server.calendar.caldav;

import java.nio.file.Path;
import java.util.List;

/// Radicale, from Debian's package `radicale`.
class RadicaleTest extends CalDavSuite {
  @Override
  List<Path> needs() {
    return Radicale.needs();
  }

  @Override
  Bed start(Path directory) throws Exception {
    return Radicale.start(directory);
  }
}
