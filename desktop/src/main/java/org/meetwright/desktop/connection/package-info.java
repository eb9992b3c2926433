/// The server that the app is connected to: embedded or remote.
@NullMarked
package org.meetwright.desktop.connection;

import org.jspecify.annotations.NullMarked;
