/// What is new for a host: streams of events, and notifications.
@NullMarked
package org.meetwright.server.api.news;

import org.jspecify.annotations.NullMarked;
