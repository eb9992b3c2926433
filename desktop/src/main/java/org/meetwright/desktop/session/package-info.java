/// A server, and the host who is signed in there.
@NullMarked
package org.meetwright.desktop.session;

import org.jspecify.annotations.NullMarked;
