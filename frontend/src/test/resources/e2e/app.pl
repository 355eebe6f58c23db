# A small app for the tests of previews: links, a cookie, a redirect, events, a big answer, a WebSocket.
use strict; use warnings;
use IO::Socket::INET; use Digest::SHA qw(sha1); use MIME::Base64 qw(encode_base64);
$SIG{CHLD} = 'IGNORE'; $| = 1;
my $server = IO::Socket::INET->new(LocalPort => 80, Listen => 20, ReuseAddr => 1) or die $!;
while (my $c = $server->accept) {
    if (fork) { close $c; next }
    $c->autoflush(1);
    my ($method, $path) = (<$c> // '') =~ m{^(\S+) (\S+)};
    my %head;
    while (defined(my $line = <$c>)) { last if $line =~ /^\r?\n$/; $head{lc $1} = $2 if $line =~ /^([^:]+): (.*?)\r?\n/ }
    my $cookie = $head{cookie} // 'none';
    my $send = sub { my ($status, $lines, $body) = @_;
        print $c "HTTP/1.1 $status\r\n${lines}Content-Length: " . length($body) . "\r\nConnection: close\r\n\r\n$body" };
    if ($path eq '/') {
        $send->('200 OK', "Content-Type: text/html\r\nSet-Cookie: seen=yes; Domain=localhost; Path=/\r\n"
            . "X-Frame-Options: DENY\r\nStrict-Transport-Security: max-age=9999\r\n", <<"HTML");
<!doctype html><title>Sample app</title><h1>Sample app</h1>
<p><a id="absolute" href="http://$head{host}/page">absolute</a> <a id="redirect" href="/redirect">redirect</a></p>
<p id="event">no event</p><p id="socket">no socket</p><p id="big">not loaded</p>
<script>
new EventSource('/events').onmessage = e => document.getElementById('event').textContent = e.data;
const socket = new WebSocket('ws://' + location.host + '/socket');
socket.onopen = () => socket.send('hello');
socket.onmessage = e => document.getElementById('socket').textContent = e.data;
fetch('/big').then(r => r.blob()).then(b => document.getElementById('big').textContent = b.size + ' bytes');
</script>
HTML
    } elsif ($path eq '/page') {
        $send->('200 OK', "Content-Type: text/html\r\n", "<title>Page</title><h1>The page</h1><pre id=\"cookie\">$cookie</pre>");
    } elsif ($path eq '/redirect') {
        $send->('302 Found', "Location: http://localhost:8081/page\r\n", '');
    } elsif ($path eq '/events') {
        print $c "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
        for my $n (1 .. 600) { print $c "data: event $n\n\n" or last; sleep 1 }
    } elsif ($path eq '/big') {
        print $c "HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n";
        print $c 'x' x 100_000 for 1 .. 200;
    } elsif ($path eq '/socket') {
        my $accept = encode_base64(sha1($head{'sec-websocket-key'} . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'), '');
        print $c "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: $accept\r\n\r\n";
        read $c, my $start, 2;
        my $length = ord(substr $start, 1) & 127;
        read $c, my $mask, 4; read $c, my $data, $length;
        my $text = 'you said ' . ($data ^ substr($mask x 40, 0, $length));
        print $c "\x81" . chr(length $text) . $text;
        1 while <$c>;
    } else {
        $send->('404 Not Found', '', 'nothing here');
    }
    exit;
}
