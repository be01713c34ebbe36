"""An HTTP server on 127.0.0.1 in a thread of its own, for scripts that play Amazon SES. Standard library only."""

import asyncio
import re
import threading


class LocalServer:
    """Answers each request, on connections that it keeps, as ``answer`` says."""

    def __init__(self):
        self.port = None
        self.ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True).start()
        self.ready.wait()

    def answer(self, method, path, head, body):
        """Returns the status, the error's name or None, and the body."""
        raise NotImplementedError

    async def serve(self):
        server = await asyncio.start_server(self.connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        await server.serve_forever()

    async def connection(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, path = head.split(" ", 2)[:2]
                length = re.search(r"(?im)^content-length: *(\d+)", head)
                body = await reader.readexactly(int(length.group(1))) if length else b""
                status, error, answer = self.answer(method, path, head, body)
                fields = f"x-amzn-ErrorType: {error}\r\n" if error else ""
                writer.write(
                    f"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\n{fields}"
                    f"Content-Length: {len(answer)}\r\n\r\n".encode() + answer
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
