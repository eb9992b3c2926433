/// The server that the app runs itself. Only this package sees core.
@NullMarked
package org.meetwright.desktop.embedded;

import org.jspecify.annotations.NullMarked;
