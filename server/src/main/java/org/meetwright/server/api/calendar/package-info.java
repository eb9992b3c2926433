/// Calendar accounts and their calendars over the API.
@NullMarked
package org.meetwright.server.api.calendar;

import org.jspecify.annotations.NullMarked;
