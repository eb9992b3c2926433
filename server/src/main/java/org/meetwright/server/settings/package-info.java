/// What is configured, checked: how to listen, to send mail and so on.
@NullMarked
package org.meetwright.server.settings;

import org.jspecify.annotations.NullMarked;
