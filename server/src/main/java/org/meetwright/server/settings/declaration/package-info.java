/// How a room declares its settings, and reads what was given to them.
@NullMarked
package org.meetwright.server.settings.declaration;

import org.jspecify.annotations.NullMarked;
