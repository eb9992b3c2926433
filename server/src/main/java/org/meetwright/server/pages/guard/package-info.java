/// Distinguishes forms that this server made and people filled in from all others.
@NullMarked
package org.meetwright.server.pages.guard;

import org.jspecify.annotations.NullMarked;
