/// The screen of a host's calendars elsewhere.
@NullMarked
package org.meetwright.desktop.connections;

import org.jspecify.annotations.NullMarked;
