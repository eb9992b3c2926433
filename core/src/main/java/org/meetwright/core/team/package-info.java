/// Hosts who can be met in turn or together.
@NullMarked
package org.meetwright.core.team;

import org.jspecify.annotations.NullMarked;
