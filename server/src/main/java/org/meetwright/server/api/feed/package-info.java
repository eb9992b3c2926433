/// Calendar feeds: making and deleting them, and the file that calendars read.
@NullMarked
package org.meetwright.server.api.feed;

import org.jspecify.annotations.NullMarked;
