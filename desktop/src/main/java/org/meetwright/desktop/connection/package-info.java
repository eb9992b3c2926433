/// The server that the app talks to, and how.
@NullMarked
package org.meetwright.desktop.connection;

import org.jspecify.annotations.NullMarked;
