import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type Received = { from: string; to: string; hello: string; bytes: string };

/** What the server answers to a command instead of its usual yes; undefined for the usual. */
export type Behaviour = (command: string, line: string) => string | undefined;

export type TestSmtp = { url: string; received: Received[]; behave: (as: Behaviour) => void; close: () => Promise<void> };

const usual: Behaviour = () => undefined;

/** A mail server of a few lines on the loopback address, for tests: it takes what it is given and can refuse at any step. */
export async function startSmtp(port = 0): Promise<TestSmtp> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let behaviour = usual;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    talk(socket, received, (command, line) => behaviour(command, line));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received, behave: (as) => void (behaviour = as), close };
}

function talk(socket: Socket, received: Received[], behaviour: Behaviour): void {
  let mail: Received = { from: "", to: "", hello: "", bytes: "" };
  let inData = false;
  let rest = "";
  const say = (answer: string) => socket.write(`${answer}\r\n`);
  say(behaviour("GREETING", "") ?? "220 test.invalid ready");
  const command = (line: string): void => {
    const name = /^[A-Z]+/.exec(line.toUpperCase())?.[0] ?? "";
    const refusal = behaviour(name, line);
    if (refusal === "HANG UP") return void socket.destroy();
    if (refusal !== undefined) return void say(refusal);
    if (name === "EHLO" || name === "HELO") {
      mail.hello = line.slice(5);
      say("250 test.invalid");
    } else if (name === "MAIL") {
      mail = { ...mail, from: /<(.*)>/.exec(line)?.[1] ?? "", bytes: "" };
      say("250 ok");
    } else if (name === "RCPT") {
      mail.to = /<(.*)>/.exec(line)?.[1] ?? "";
      say("250 ok");
    } else if (name === "DATA") {
      inData = true;
      say("354 go on");
    } else if (name === "QUIT") {
      say("221 bye");
      socket.end();
    } else say("250 ok");
  };
  socket.on("data", (chunk) => {
    rest += chunk.toString("latin1");
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (!inData) command(line);
      else if (line === ".") {
        inData = false;
        const refusal = behaviour("END", "");
        if (refusal === "HANG UP") {
          received.push({ ...mail });
          return void socket.destroy();
        }
        if (refusal === undefined) received.push({ ...mail });
        say(refusal ?? "250 taken");
      } else mail.bytes += `${line}\r\n`;
    }
  });
}
