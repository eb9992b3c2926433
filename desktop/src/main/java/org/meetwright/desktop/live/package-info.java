/// What happens on the server, as it happens.
@NullMarked
package org.meetwright.desktop.live;

import org.jspecify.annotations.NullMarked;
