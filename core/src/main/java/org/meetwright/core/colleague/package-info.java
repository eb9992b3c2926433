/// What the hosts of a team see of each other.
@NullMarked
package org.meetwright.core.colleague;

import org.jspecify.annotations.NullMarked;
