/// The desktop app for hosts. It always uses the HTTP API, of an embedded server or a remote one.
@NullMarked
package org.meetwright.desktop;

import org.jspecify.annotations.NullMarked;
