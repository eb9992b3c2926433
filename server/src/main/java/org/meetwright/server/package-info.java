/// The server: JSON API, booking pages, and deliveries, wired by
/// [org.meetwright.server.MeetwrightServer].
@NullMarked
package org.meetwright.server;

import org.jspecify.annotations.NullMarked;
