/// Which addresses count as one client.
@NullMarked
package org.meetwright.core.network;

import org.jspecify.annotations.NullMarked;
