/// What a host offers: event types, and why a time of them is or is not offered.
@NullMarked
package org.meetwright.server.api.offer;

import org.jspecify.annotations.NullMarked;
