/// Whether a host is in, and under which handle: what an admin changes.
@NullMarked
package org.meetwright.core.account.standing;

import org.jspecify.annotations.NullMarked;
