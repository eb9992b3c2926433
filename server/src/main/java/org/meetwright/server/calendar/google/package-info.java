/// Google Calendar, by its API v3: plain requests and JSON. What is said of its behaviour comes
/// from its documentation at developers.google.com/workspace/calendar/api.
@NullMarked
package org.meetwright.server.calendar.google;

import org.jspecify.annotations.NullMarked;
