/// The settings of the server, checked.
@NullMarked
package org.meetwright.server.settings;

import org.jspecify.annotations.NullMarked;
