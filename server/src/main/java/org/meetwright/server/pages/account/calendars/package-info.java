/// A host's calendars: connected, chosen, read, disconnected.
@NullMarked
package org.meetwright.server.pages.account.calendars;

import org.jspecify.annotations.NullMarked;
