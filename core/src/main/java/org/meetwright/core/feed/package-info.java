/// Calendar feeds: secret addresses under which calendar programs read a host's meetings.
@NullMarked
package org.meetwright.core.feed;

import org.jspecify.annotations.NullMarked;
