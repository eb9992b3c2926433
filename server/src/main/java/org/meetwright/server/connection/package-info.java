/// Open connections: how many a client may have, and how long it may keep one waiting.
@NullMarked
package org.meetwright.server.connection;

import org.jspecify.annotations.NullMarked;
