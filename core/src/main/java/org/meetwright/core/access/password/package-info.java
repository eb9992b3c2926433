/// Which passwords may be chosen.
@NullMarked
package org.meetwright.core.access.password;

import org.jspecify.annotations.NullMarked;
