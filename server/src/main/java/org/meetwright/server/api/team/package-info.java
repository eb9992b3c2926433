/// The teams that a host has made, and those that want him.
@NullMarked
package org.meetwright.server.api.team;

import org.jspecify.annotations.NullMarked;
