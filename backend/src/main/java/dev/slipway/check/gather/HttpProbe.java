package dev.slipway.check.gather;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.http.StreamHttpClient;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/** Sends requests from outside the node to a web server on the node. */
final class HttpProbe {
    private final NodeAccess access;
    private final int limit;

    HttpProbe(NodeAccess access, int limit) {
        this.access = access;
        this.limit = limit;
    }

    /**
     * Sends a GET request. A connection that is refused or ends without a response is a fact about the learner's
     * machine, not an error.
     */
    HttpFact ask(FactNeed.Http need, Allowance allowance) throws LookupException {
        var host = access.node() + ":" + need.port();
        try (var http = new StreamHttpClient(() -> access.port(need.port()), host)) {
            var answer = http.get(need.path(), allowance.next(), limit);
            return new HttpFact(true, answer.status(), answer.body(), answer.truncated());
        } catch (SocketTimeoutException e) {
            throw LookupException.late("Port " + need.port() + " of " + access.node() + " did not answer in time.", e);
        } catch (ConnectException e) {
            if (isServers(e)) {
                return HttpFact.SILENCE;
            }
            throw LookupException.unavailable(
                    "Port " + need.port() + " of " + access.node() + " cannot be tried at the moment.", e);
        } catch (ExcessiveAnswerException e) {
            throw LookupException.excessive(
                    "Port " + need.port() + " of " + access.node() + " answers more than can be read.", e);
        } catch (IOException e) {
            return HttpFact.SILENCE;
        } catch (NodeException e) {
            throw NodeEngineApi.ofNode(e, "The machine " + access.node());
        }
    }

    /**
     * Returns whether the server refused or reset the connection, according to the message of the process that connects
     * to the port. Any other message means that this process could not try to connect.
     */
    private static boolean isServers(ConnectException e) {
        var said = String.valueOf(e.getMessage());
        return said.contains("Connection refused") || said.contains("Connection reset");
    }
}
