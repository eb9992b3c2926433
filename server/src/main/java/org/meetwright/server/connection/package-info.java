/// Open connections: how many one client may have, and how long he may keep one waiting.
@NullMarked
package org.meetwright.server.connection;

import org.jspecify.annotations.NullMarked;
