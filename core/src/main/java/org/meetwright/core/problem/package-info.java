/// What keeps a host's meetings from working, and that he can do something about.
@NullMarked
package org.meetwright.core.problem;

import org.jspecify.annotations.NullMarked;
