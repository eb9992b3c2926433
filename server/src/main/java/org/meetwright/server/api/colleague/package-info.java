/// What the hosts of a team see of each other.
@NullMarked
package org.meetwright.server.api.colleague;

import org.jspecify.annotations.NullMarked;
