/// Calendar accounts, their calendars and what is to be decided about them in the API.
@NullMarked
package org.meetwright.server.api.model.calendar;

import org.jspecify.annotations.NullMarked;
